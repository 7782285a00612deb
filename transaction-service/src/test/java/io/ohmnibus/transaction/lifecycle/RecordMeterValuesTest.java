/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.transaction.lifecycle.Given.TRANSACTION;
import static io.ohmnibus.transaction.lifecycle.Given.station;
import static io.ohmnibus.transaction.lifecycle.Given.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.transaction.metering.FakeMeterValues;
import org.junit.jupiter.api.Test;

final class RecordMeterValuesTest {

    private final FakeMeterValues meterValues = new FakeMeterValues();
    private final RecordMeterValues step = new RecordMeterValues(meterValues);

    @Test
    @Requirement({"J02.FR.11", "J02.FR.14"})
    void storesEveryValueWithItsTransaction() {
        TransactionEventResponse answer =
                step.apply(
                                station("CS-1"),
                                updated(7).evse(2, null).energy(10).energy(11).request(),
                                TransactionEventResponse.EMPTY)
                        .block();

        assertThat(answer).isEqualTo(TransactionEventResponse.EMPTY);
        assertThat(meterValues.rows()).hasSize(2);
        assertThat(meterValues.rows().getLast().source())
                .satisfies(source -> {
                    assertThat(source.transactionId()).isEqualTo(TRANSACTION);
                    assertThat(source.seqNo()).isEqualTo(7);
                    assertThat(source.evseId()).isEqualTo(2);
                });
    }

    @Test
    void hasNothingToStoreForAnEventWithoutValues() {
        step.apply(station("CS-1"), updated(7).request(), TransactionEventResponse.EMPTY).block();

        assertThat(meterValues.rows()).isEmpty();
    }
}
