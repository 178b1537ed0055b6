package org.alur.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The component types of form-js 1.23, with the properties that the server understands. */
enum ComponentType {
  TEXTFIELD("textfield", Kind.INPUT, "validate", "appearance"),
  TEXTAREA("textarea", Kind.INPUT, "validate"),
  NUMBER(
      "number",
      Kind.INPUT,
      "validate",
      "appearance",
      "decimalDigits",
      "increment",
      "serializeToString"),
  DATETIME(
      "datetime",
      Kind.INPUT,
      "validate",
      "subtype",
      "dateLabel",
      "timeLabel",
      "use24h",
      "disallowPassedDates",
      "timeInterval",
      "timeSerializingFormat"),
  CHECKBOX("checkbox", Kind.INPUT, "validate"),
  RADIO("radio", Kind.INPUT, "validate", "values", "valuesKey", "valuesExpression"),
  SELECT("select", Kind.INPUT, "validate", "values", "valuesKey", "valuesExpression", "searchable"),
  CHECKLIST("checklist", Kind.INPUT, "validate", "values", "valuesKey", "valuesExpression"),
  TAGLIST("taglist", Kind.INPUT, "validate", "values", "valuesKey", "valuesExpression"),
  FILEPICKER("filepicker", Kind.INPUT, "validate", "multiple", "accept"),
  EXPRESSION("expression", Kind.INPUT, "expression", "computeOn"),
  GROUP("group", Kind.CONTAINER, "path", "showOutline", "verticalAlignment"),
  DYNAMICLIST(
      "dynamiclist",
      Kind.CONTAINER,
      "path",
      "showOutline",
      "verticalAlignment",
      "isRepeating",
      "allowAddRemove",
      "defaultRepetitions",
      "disableCollapse",
      "nonCollapsedItems"),
  TEXT("text", Kind.SHOWN, "text"),
  HTML("html", Kind.SHOWN, "content"),
  IMAGE("image", Kind.SHOWN, "source", "alt"),
  TABLE("table", Kind.SHOWN, "dataSource", "rowCount", "columns", "columnsExpression"),
  SPACER("spacer", Kind.SHOWN, "height"),
  SEPARATOR("separator", Kind.SHOWN),
  IFRAME("iframe", Kind.SHOWN, "url", "height", "security"),
  BUTTON("button", Kind.SHOWN, "action"),
  DOCUMENT_PREVIEW("documentPreview", Kind.SHOWN, "title", "dataSource", "maxHeight");

  /** What a component does with data. */
  enum Kind {
    INPUT,
    CONTAINER,
    SHOWN
  }

  private static final Set<String> COMMON =
      Set.of("id", "type", "label", "description", "layout", "conditional", "properties");
  private static final Set<String> OF_INPUTS = Set.of("key", "readonly", "disabled");

  private final String code;
  private final Kind kind;
  private final String properties;

  ComponentType(String code, Kind kind, String... properties) {
    this.code = code;
    this.kind = kind;
    this.properties = " " + String.join(" ", properties) + " ";
  }

  static Optional<ComponentType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  boolean isInput() {
    return kind == Kind.INPUT;
  }

  boolean isContainer() {
    return kind == Kind.CONTAINER;
  }

  boolean isList() {
    return this == DYNAMICLIST;
  }

  boolean isText() {
    return this == TEXTFIELD || this == TEXTAREA;
  }

  boolean isSingleChoice() {
    return this == RADIO || this == SELECT;
  }

  boolean isMultipleChoice() {
    return this == CHECKLIST || this == TAGLIST;
  }

  boolean isChoice() {
    return isSingleChoice() || isMultipleChoice();
  }

  boolean knows(String property) {
    return COMMON.contains(property)
        || properties.contains(" " + property + " ")
        || (isInput() && OF_INPUTS.contains(property))
        || (isInput()
            && this != EXPRESSION
            && this != FILEPICKER
            && property.equals("defaultValue"))
        || (isContainer() && property.equals("components"));
  }

  /** The rules that the type may have below {@code validate}. */
  boolean knowsRule(String rule) {
    return switch (this) {
      case TEXTFIELD ->
          Set.of(
                  "required",
                  "minLength",
                  "maxLength",
                  "pattern",
                  "patternErrorMessage",
                  "validationType")
              .contains(rule);
      case TEXTAREA -> Set.of("required", "minLength", "maxLength").contains(rule);
      case NUMBER -> Set.of("required", "min", "max").contains(rule);
      default -> rule.equals("required");
    };
  }

  /** What form-js holds for a field that nobody has filled. */
  @Nullable Object emptyValue() {
    return switch (this) {
      case TEXTFIELD, TEXTAREA -> "";
      case CHECKBOX -> false;
      case CHECKLIST, TAGLIST -> List.of();
      default -> null;
    };
  }
}
