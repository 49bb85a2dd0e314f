import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Beaten } from './beaten.tsx';

interface ConfirmProps {
  readonly header: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly isReady: boolean;
  readonly send: () => Promise<void>;
  readonly onClose: () => void;
  /** Called when it was sent, and when it was refused: then something else may have changed. */
  readonly onDone: () => Promise<void>;
  /** Shows what somebody else has changed meanwhile. */
  readonly onLook?: () => void;
  /** Goes on with one's own edit all the same. */
  readonly onKeep?: () => void;
  readonly children: ReactNode;
}

/** Asks once more before something becomes what everybody meets; keeps everything when it is refused. */
export function Confirm(props: ConfirmProps) {
  const { header, confirm, cancel, isReady, send, onClose, onDone, onLook, onKeep, children } = props;
  const [trouble, setTrouble] = useState<unknown>();
  const [isSending, setSending] = useState(false);

  async function run() {
    setSending(true);
    setTrouble(undefined);
    try {
      await send();
      onClose();
    } catch (error) {
      setTrouble(error);
      setSending(false);
    }
    await onDone();
  }

  return (
    <Modal
      visible
      size="large"
      header={header}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onClose}>
              {cancel}
            </Button>
            <Button variant="primary" loading={isSending} disabled={!isReady} onClick={() => void run()}>
              {confirm}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {trouble !== undefined && (
          <Beaten
            error={trouble}
            {...(onLook && {
              onLook: () => {
                onClose();
                onLook();
              },
            })}
            {...(onKeep && {
              onKeep: () => {
                onKeep();
                setTrouble(undefined);
              },
            })}
          />
        )}
        {children}
      </SpaceBetween>
    </Modal>
  );
}
