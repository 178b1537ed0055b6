package org.alur.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.batch.BatchJobHandler;
import org.camunda.bpm.engine.impl.batch.deletion.DeleteProcessInstanceBatchConfiguration;
import org.camunda.bpm.engine.impl.batch.deletion.DeleteProcessInstancesJobHandler;
import org.camunda.bpm.engine.impl.batch.update.UpdateProcessInstancesSuspendStateBatchConfiguration;
import org.camunda.bpm.engine.impl.batch.update.UpdateProcessInstancesSuspendStateJobHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Looks at operators' batches once more when they run: somebody may have been compelled since they
 * were made.
 */
final class KeptBatches {

  private KeptBatches() {}

  static List<BatchJobHandler<?>> handlers() {
    return List.of(new Deletions(), new Suspensions());
  }

  private static final class Deletions extends DeleteProcessInstancesJobHandler {

    @Override
    public void executeHandler(
        DeleteProcessInstanceBatchConfiguration batch,
        ExecutionEntity execution,
        CommandContext context,
        String tenant) {
      MeasureKeeper.check(batch.getIds(), context);
      super.executeHandler(batch, execution, context, tenant);
    }
  }

  private static final class Suspensions extends UpdateProcessInstancesSuspendStateJobHandler {

    @Override
    public void executeHandler(
        UpdateProcessInstancesSuspendStateBatchConfiguration batch,
        ExecutionEntity execution,
        CommandContext context,
        String tenant) {
      if (Boolean.TRUE.equals(new DirectFieldAccessor(batch).getPropertyValue("suspended"))) {
        MeasureKeeper.check(batch.getIds(), context);
      }
      super.executeHandler(batch, execution, context, tenant);
    }
  }
}
