/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.test.process.ServiceProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service in a process of its own. */
@EmbeddedTest
final class TransactionApplicationIT {

    @Test
    void isReadyAgainAfterItWasKilledAndEndsInOrder(TestDatabase database) {
        try (ServiceProcess service =
                ServiceProcess.start(
                        TransactionApplication.class, Service.TRANSACTION, database.properties())) {
            service.jvm().kill();
            assertThat(service.health("liveness")).isZero();

            assertThat(service.restart().health("liveness")).isEqualTo(200);
            assertThat(service.jvm().terminate()).isEqualTo(143);
        }
    }

    @Test
    void saysWhatIsWrongWithItsConfiguration() { // F52
        assertThatThrownBy(() ->
                        ServiceProcess.start(
                                TransactionApplication.class,
                                Service.TRANSACTION,
                                Map.of("ohmnibus.kafka.partitions", "0")))
                .hasMessageContaining("transaction-service has ended")
                .hasMessageContaining("ohmnibus.kafka.partitions");
    }
}
