/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decided about a station: how its next BootNotification is answered.
 *
 * @param interval in the answer; null for the platform's default
 * @param reason a reason code that goes along with Pending and Rejected, at most 20 characters
 */
public record BootPolicy(
        RegistrationStatusEnum status, @Nullable Duration interval, @Nullable String reason) {

    public static final BootPolicy ACCEPT =
            new BootPolicy(RegistrationStatusEnum.ACCEPTED, null, null);
}
