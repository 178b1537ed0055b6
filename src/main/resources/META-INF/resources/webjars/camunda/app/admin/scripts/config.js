export default {
  app: { name: 'Admin', vendor: 'Alur' },
};
