package org.alur.deployment;

/** A correct process with one user task, as text, and what a test changes in it. */
record ModelText(String text) {

  static final String FORM =
      """
      {"id": "give-answer", "type": "default", "schemaVersion": 18,
       "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
       "components": [
         {"id": "Field_Answer", "type": "textfield", "key": "answer", "label": "Answer"}]}
      """;

  static final String DECISION =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="weigh"
          name="weigh" namespace="stages">
        <decision id="weigh-answer" name="Weigh answer">
          <decisionTable id="DecisionTable_Weigh">
            <input id="Input_Answer">
              <inputExpression id="InputExpression_Answer" typeRef="string">
                <text>answer</text>
              </inputExpression>
            </input>
            <output id="Output_Weight" name="weight" typeRef="string" />
            <rule id="Rule_1">
              <inputEntry id="Entry_1"><text>"yes"</text></inputEntry>
              <outputEntry id="Result_1"><text>"HEAVY"</text></outputEntry>
            </rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  static ModelText correct() {
    return new ModelText(
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
            xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
            xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            id="Definitions_Ask" targetNamespace="stages">
          <process id="ask" name="Ask" isExecutable="true" camunda:historyTimeToLive="P180D">
            <startEvent id="StartEvent_Asked" name="Asked" />
            <sequenceFlow id="Flow_1" sourceRef="StartEvent_Asked" targetRef="UserTask_GiveAnswer" />
            <userTask id="UserTask_GiveAnswer" name="Give answer" camunda:formRef="give-answer"
                camunda:formRefBinding="deployment" camunda:candidateGroups="caseworker">
              <documentation>Read the question and answer it.</documentation>
              <extensionElements>
                <camunda:inputOutput>
                  <camunda:outputParameter name="answer">${form.answer}</camunda:outputParameter>
                </camunda:inputOutput>
              </extensionElements>
            </userTask>
            <sequenceFlow id="Flow_2" sourceRef="UserTask_GiveAnswer" targetRef="EndEvent_Answered" />
            <endEvent id="EndEvent_Answered" name="Answered" />
          </process>
          <bpmndi:BPMNDiagram id="Diagram_Ask">
            <bpmndi:BPMNPlane id="Plane_Ask" bpmnElement="ask">
              <bpmndi:BPMNShape id="Shape_1" bpmnElement="StartEvent_Asked">
                <dc:Bounds x="100" y="100" width="36" height="36" />
              </bpmndi:BPMNShape>
              <bpmndi:BPMNShape id="Shape_2" bpmnElement="UserTask_GiveAnswer">
                <dc:Bounds x="200" y="78" width="100" height="80" />
              </bpmndi:BPMNShape>
              <bpmndi:BPMNShape id="Shape_3" bpmnElement="EndEvent_Answered">
                <dc:Bounds x="360" y="100" width="36" height="36" />
              </bpmndi:BPMNShape>
              <bpmndi:BPMNEdge id="Edge_1" bpmnElement="Flow_1">
                <di:waypoint x="136" y="118" /><di:waypoint x="200" y="118" />
              </bpmndi:BPMNEdge>
              <bpmndi:BPMNEdge id="Edge_2" bpmnElement="Flow_2">
                <di:waypoint x="300" y="118" /><di:waypoint x="360" y="118" />
              </bpmndi:BPMNEdge>
            </bpmndi:BPMNPlane>
          </bpmndi:BPMNDiagram>
        </definitions>
        """);
  }

  ModelText with(String what, String instead) {
    if (!text.contains(what)) {
      throw new IllegalArgumentException("The model has no " + what);
    }
    return new ModelText(text.replace(what, instead));
  }

  /** Puts XML before the end of the process, drawn as a shape so that only its own fault counts. */
  ModelText adding(String id, String xml) {
    return with("</process>", xml + "</process>")
        .with(
            "</bpmndi:BPMNPlane>",
            """
            <bpmndi:BPMNShape id="Shape_%s" bpmnElement="%s">
              <dc:Bounds x="200" y="300" width="100" height="80" />
            </bpmndi:BPMNShape></bpmndi:BPMNPlane>
            """
                .formatted(id, id));
  }

  /** Puts XML into the extension elements of the user task. */
  ModelText extending(String xml) {
    return with("<camunda:inputOutput>", xml + "<camunda:inputOutput>");
  }
}
