/**
 * The test file of the antivirus industry, which every scanner takes for malware. In two halves, so that no scanner
 * takes this source for it. https://www.eicar.org/download-anti-malware-testfile/
 */
const testFile = [String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR`, '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

/** The tag a scan leaves. https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-uploaded-object-tags.html */
export const scanTag = 'GuardDutyMalwareScanStatus';

/** What a scan finds: the laptop knows the test file and takes everything else for clean. */
export function verdictOn(content: Buffer): 'NO_THREATS_FOUND' | 'THREATS_FOUND' {
  return content.includes(testFile) ? 'THREATS_FOUND' : 'NO_THREATS_FOUND';
}
