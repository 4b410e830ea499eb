#ifndef TERCET_CEDITLINE_SHIM_H
#define TERCET_CEDITLINE_SHIM_H

// el_set() and history() take variable arguments, which Swift does not import: one wrapper for each shape in use.

#include <histedit.h>
#include <stdio.h>

typedef char *(*tercet_prompt_function)(EditLine *);
typedef unsigned char (*tercet_key_function)(EditLine *, int);
typedef int (*tercet_read_function)(EditLine *, wchar_t *);

/// An editor between standard input and standard output; NULL if there is no memory.
static inline EditLine *tercet_el_init(const char *program) { return el_init(program, stdin, stdout, stderr); }

static inline int tercet_el_set_int(EditLine *editor, int operation, int value) {
  return el_set(editor, operation, value);
}

static inline int tercet_el_set_string(EditLine *editor, int operation, const char *value) {
  return el_set(editor, operation, value);
}

static inline int tercet_el_set_pointer(EditLine *editor, int operation, void *value) {
  return el_set(editor, operation, value);
}

static inline void *tercet_el_get_client_data(EditLine *editor) {
  void *data = NULL;
  el_get(editor, EL_CLIENTDATA, &data);
  return data;
}

/// `\1` in the prompt begins and ends what takes no columns.
static inline int tercet_el_set_prompt(EditLine *editor, tercet_prompt_function function) {
  return el_set(editor, EL_PROMPT_ESC, function, '\1');
}

static inline int tercet_el_add_function(
    EditLine *editor, const char *name, const char *help, tercet_key_function function) {
  return el_set(editor, EL_ADDFN, name, help, function);
}

/// The wide function: the other takes what is read for bytes.
static inline int tercet_el_set_reader(EditLine *editor, tercet_read_function function) {
  return el_wset(editor, EL_GETCFN, function);
}

static inline int tercet_el_bind(EditLine *editor, const char *key, const char *function) {
  return el_set(editor, EL_BIND, key, function, NULL);
}

/// Keeps the terminal from turning keys into signals, and from stopping at ^S, while a line is edited.
static inline int tercet_el_disable_signal_keys(EditLine *editor) {
  return el_set(editor, EL_SETTY, "-d", "-isig", "-ixon", NULL);
}

static inline int tercet_el_set_history(EditLine *editor, History *list) {
  return el_set(editor, EL_HIST, history, list);
}

static inline int tercet_history_set_size(History *list, int size) {
  HistEvent event;
  return history(list, &event, H_SETSIZE, size);
}

static inline int tercet_history_set_unique(History *list, int unique) {
  HistEvent event;
  return history(list, &event, H_SETUNIQUE, unique);
}

static inline int tercet_history_enter(History *list, const char *entry) {
  HistEvent event;
  return history(list, &event, H_ENTER, entry);
}

#endif
