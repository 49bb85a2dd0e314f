import './trusted-types.ts';
import 'virtual:theme.css';
import './console.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { followColourScheme } from './shell/colour-scheme.ts';

followColourScheme();
const place = document.getElementById('console');
if (place === null) throw new Error('the page has no place for the console');
createRoot(place).render(<App />);
