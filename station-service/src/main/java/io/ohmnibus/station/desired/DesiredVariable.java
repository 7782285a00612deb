/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import io.ohmnibus.ocpp.type.DataEnum;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.VariableValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value that a variable of a station should have.
 *
 * @param reboot whether the station may be reset, when idle, to make it hold
 * @param dataType of the variable, where the station has told
 * @param actual what the station has, as far as it is known
 * @param actualAt when the platform learnt that
 * @param status how the station answered when it was set last
 */
record DesiredVariable(
        AttributeId attribute,
        String value,
        boolean reboot,
        DesiredScope scope,
        String scopeId,
        @Nullable DataEnum dataType,
        @Nullable String actual,
        @Nullable Instant actualAt,
        @Nullable String status) {

    boolean holds() {
        return isMetBy(actual);
    }

    /** Whether a station that has this value needs no other. */
    boolean isMetBy(@Nullable String has) {
        return has != null && VariableValue.same(dataType, value, has);
    }
}
