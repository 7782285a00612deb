/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.transaction.lifecycle.Given.TRANSACTION;
import static io.ohmnibus.transaction.lifecycle.Given.inHand;
import static io.ohmnibus.transaction.lifecycle.Given.station;
import static io.ohmnibus.transaction.lifecycle.Given.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.transaction.metering.FakeMeterValues;
import io.ohmnibus.transaction.metering.Measurement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordMeterValuesTest {

    private final FakeMeterValues meterValues = new FakeMeterValues();
    private final RecordMeterValues step = new RecordMeterValues(meterValues);

    @Test
    @Requirement({"J02.FR.11", "J02.FR.14"})
    void storesEveryValueWithItsTransaction() {
        EventInHand event = inHand(station("CS-1"), updated(7).evse(2, null).energy(10).energy(11));
        step.apply(List.of(event)).block();

        assertThat(event.answer()).isEqualTo(TransactionEventResponse.EMPTY);
        assertThat(meterValues.all())
                .singleElement()
                .satisfies(measurement -> {
                    assertThat(measurement.meterValues()).hasSize(2);
                    assertThat(measurement.place())
                            .isEqualTo(new Measurement.Place(TRANSACTION, 7));
                    assertThat(measurement.evseId()).isEqualTo(2);
                });
    }

    @Test
    void hasNothingToStoreForAnEventWithoutValues() {
        step.apply(List.of(inHand(station("CS-1"), updated(7)))).block();

        assertThat(meterValues.all()).isEmpty();
    }
}
