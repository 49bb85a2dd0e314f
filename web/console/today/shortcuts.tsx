import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useState } from 'react';

const stored = 'hearback.shortcuts';

/** Whether single keys act on the list; somebody who dictates must be able to switch that off (WCAG 2.1.4). */
export function useShortcuts(): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(stored) !== 'off');
  return [
    isOn,
    (next) => {
      localStorage.setItem(stored, next ? 'on' : 'off');
      setOn(next);
    },
  ];
}

const keys = [
  ['j', 'Next row'],
  ['k', 'Previous row'],
  ['Enter', 'Open the application'],
  ['s', 'Shortlist'],
  ['d', 'Decline, with reasons'],
  ['u', 'Undo'],
  ['x', 'Choose for a group, or not'],
  ['?', 'This help'],
] as const;

interface ShortcutsHelpProps {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly onClose: () => void;
}

export function ShortcutsHelp({ isOn, onSwitch, onClose }: ShortcutsHelpProps) {
  return (
    <Modal
      visible
      header="Keys in the list"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <table className="keys">
          <caption>They work while a row of the list has the focus.</caption>
          <tbody>
            {keys.map(([key, words]) => (
              <tr key={key}>
                <th scope="row">
                  <kbd>{key}</kbd>
                </th>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Toggle checked={isOn} onChange={({ detail }) => onSwitch(detail.checked)}>
          Single keys act on the list
        </Toggle>
      </SpaceBetween>
    </Modal>
  );
}
