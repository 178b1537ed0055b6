// How Tasklist looks and which plug-ins it loads; the plug-ins are built from src/main/frontend.
export default {
  app: { name: 'Tasklist', vendor: 'Alur' },
  customScripts: ['scripts/alur.js'],
  // What people want to note goes into the case file, never into comments of the engine.
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the task that is selected' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task of the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the list of requests to start' },
  },
};
