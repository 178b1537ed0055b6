import './page.css';
export {};
