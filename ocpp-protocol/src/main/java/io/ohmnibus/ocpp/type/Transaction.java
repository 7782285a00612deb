/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/**
 * The state of a transaction.
 *
 * @param timeSpentCharging seconds in which energy flowed
 */
public record Transaction(
        @Length(max = 36) String transactionId,
        @Nullable ChargingStateEnum chargingState,
        @Nullable Integer timeSpentCharging,
        @Nullable ReasonEnum stoppedReason,
        @Nullable Integer remoteStartId,
        @Since(OcppVersion.V2_1) @Nullable OperationModeEnum operationMode,
        @Since(OcppVersion.V2_1) @Length(max = 60) @Nullable String tariffId,
        @Since(OcppVersion.V2_1) @Nullable TransactionLimit transactionLimit,
        @Nullable CustomData customData) {}
