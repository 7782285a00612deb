/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits or setpoints over time for a station, an EVSE or a transaction, with what they are for and
 * how they rank.
 *
 * @param stackLevel profiles of the same purpose with a higher level win
 * @param maxOfflineDuration seconds offline after which the profile is invalid
 * @param dynUpdateInterval seconds between updates that the station asks for
 */
public record ChargingProfile(
        int id,
        @Range(min = 0, since = OcppVersion.V2_1) int stackLevel,
        ChargingProfilePurposeEnum chargingProfilePurpose,
        ChargingProfileKindEnum chargingProfileKind,
        @Nullable RecurrencyKindEnum recurrencyKind,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Length(max = 36) @Nullable String transactionId,
        @Since(OcppVersion.V2_1) @Nullable Integer maxOfflineDuration,
        @Items(max = 3) List<ChargingSchedule> chargingSchedule,
        @Since(OcppVersion.V2_1) @Nullable Boolean invalidAfterOfflineDuration,
        @Since(OcppVersion.V2_1) @Nullable Integer dynUpdateInterval,
        @Since(OcppVersion.V2_1) @Nullable Instant dynUpdateTime,
        @Since(OcppVersion.V2_1) @Length(max = 256) @Nullable String priceScheduleSignature,
        @Nullable CustomData customData) {

    public ChargingProfile {
        chargingSchedule = List.copyOf(chargingSchedule);
    }
}
