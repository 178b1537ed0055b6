export default {
  app: { name: 'Welcome', vendor: 'Alur' },
};
