/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.ReservationUpdateStatusEnum;
import org.jspecify.annotations.Nullable;

/** Reports that a reservation expired, was removed or was not used (H01, H03, H04). */
public record ReservationStatusUpdateRequest(
        @Range(min = 0, since = OcppVersion.V2_1) int reservationId,
        ReservationUpdateStatusEnum reservationUpdateStatus,
        @Nullable CustomData customData)
        implements Request<ReservationStatusUpdateResponse> {}
