export default {
  app: { name: 'Cockpit', vendor: 'Alur' },
};
