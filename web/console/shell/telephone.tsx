import Link from '@cloudscape-design/components/link';
import { dialled } from '../../../domain/messages/telephone.ts';

/** A number that one press calls. */
export const Telephone = ({ number }: { number: string }) => (
  <Link variant="primary" href={`tel:${dialled(number)}`}>
    {number}
  </Link>
);
