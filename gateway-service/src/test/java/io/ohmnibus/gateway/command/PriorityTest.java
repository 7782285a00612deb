/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.Action;
import org.junit.jupiter.api.Test;

final class PriorityTest {

    @Test
    void putsDriversBeforeReports() {
        assertThat(Priority.of(Action.REQUEST_STOP_TRANSACTION)).isEqualTo(Priority.DRIVER);
        assertThat(Priority.of(Action.CANCEL_RESERVATION)).isEqualTo(Priority.DRIVER);
        assertThat(Priority.of(Action.SET_CHARGING_PROFILE)).isEqualTo(Priority.NORMAL);
        assertThat(Priority.of(Action.GET_BASE_REPORT)).isEqualTo(Priority.BULK);
        assertThat(Priority.DRIVER).isLessThan(Priority.BULK);
    }
}
