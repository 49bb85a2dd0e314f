/** All runs of the shipped machines stand in one file, so that its last test can say what none of them ran. */
import './undecided.cases.ts';
import './decisions.cases.ts';
import './withdrawals.cases.ts';
