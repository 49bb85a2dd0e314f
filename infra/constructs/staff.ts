import { Duration, Stack, Validations, type RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

/** What a member of staff may be; the handlers check it per route and per record. */
const staffGroups = ['recruiter', 'lead', 'admin'] as const;

/** Recruiters, hiring leads and admins: invited, never self-registered, always with a second factor. */
export class Staff extends Construct {
  readonly userPool: UserPool;
  readonly consoleClientId: string;

  constructor(
    scope: Construct,
    id: string,
    props: { siteUrl: string; removalPolicy: RemovalPolicy; keep: boolean },
  ) {
    super(scope, id);
    this.userPool = new UserPool(this, 'UserPool', {
      userPoolName: Stack.of(this).stackName,
      selfSignUpEnabled: false,
      // A name of its own besides the address: it is the id under which the settings know a colleague. Where the address
      // is all there is, Cognito makes up a name.
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      // The plan that has managed login; the next one up adds threat protection at 20 times the price.
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: props.keep,
      removalPolicy: props.removalPolicy,
    });
    Validations.of(this.userPool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'A few dozen invited people with a required second factor: what the Plus plan adds guards open sign-up.',
    });
    for (const groupName of staffGroups) this.userPool.addGroup(groupName, { groupName });
    this.userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: signInDomainPrefix(Stack.of(this)) },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    // Authorization code with PKCE: a page cannot keep a secret.
    const client = this.userPool.addClient('Console', {
      generateSecret: false,
      authFlows: {},
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.minutes(60),
      accessTokenValidity: Duration.minutes(60),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        // The second is the command line's: a code that comes there is worth nothing without its verifier (PKCE).
        callbackUrls: [`${props.siteUrl}/console/`, 'http://localhost:4819/'],
        logoutUrls: [`${props.siteUrl}/console/`],
      },
    });
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: this.userPool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    this.consoleClientId = client.userPoolClientId;
  }
}

/** Address of the sign-in pages, known before they exist: the pages' content security policy names it too. */
export function signInOrigin(stack: Stack): string {
  return `https://${signInDomainPrefix(stack)}.auth.${stack.region}.amazoncognito.com`;
}

function signInDomainPrefix(stack: Stack): string {
  return `${stack.stackName}-${stack.account}`;
}
