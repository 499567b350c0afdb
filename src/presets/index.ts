export { pharmaDealer } from './pharma-dealer.js';
export { retail } from './retail.js';
