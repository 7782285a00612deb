/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What made a station send a transaction event. */
public enum TriggerReasonEnum implements WireEnum {
    ABNORMAL_CONDITION("AbnormalCondition"),
    AUTHORIZED("Authorized"),
    CABLE_PLUGGED_IN("CablePluggedIn"),
    CHARGING_RATE_CHANGED("ChargingRateChanged"),
    CHARGING_STATE_CHANGED("ChargingStateChanged"),
    @Since(OcppVersion.V2_1)
    COST_LIMIT_REACHED("CostLimitReached"),
    DEAUTHORIZED("Deauthorized"),
    ENERGY_LIMIT_REACHED("EnergyLimitReached"),
    EV_COMMUNICATION_LOST("EVCommunicationLost"),
    EV_CONNECT_TIMEOUT("EVConnectTimeout"),
    EV_DEPARTED("EVDeparted"),
    EV_DETECTED("EVDetected"),
    @Since(OcppVersion.V2_1)
    LIMIT_SET("LimitSet"),
    METER_VALUE_CLOCK("MeterValueClock"),
    METER_VALUE_PERIODIC("MeterValuePeriodic"),
    @Since(OcppVersion.V2_1)
    OPERATION_MODE_CHANGED("OperationModeChanged"),
    REMOTE_START("RemoteStart"),
    REMOTE_STOP("RemoteStop"),
    RESET_COMMAND("ResetCommand"),
    @Since(OcppVersion.V2_1)
    RUNNING_COST("RunningCost"),
    SIGNED_DATA_RECEIVED("SignedDataReceived"),
    @Since(OcppVersion.V2_1)
    SOC_LIMIT_REACHED("SoCLimitReached"),
    STOP_AUTHORIZED("StopAuthorized"),
    @Since(OcppVersion.V2_1)
    TARIFF_CHANGED("TariffChanged"),
    @Since(OcppVersion.V2_1)
    TARIFF_NOT_ACCEPTED("TariffNotAccepted"),
    TIME_LIMIT_REACHED("TimeLimitReached"),
    TRIGGER("Trigger"),
    @Since(OcppVersion.V2_1)
    TX_RESUMED("TxResumed"),
    UNLOCK_COMMAND("UnlockCommand");

    private final String wireName;

    TriggerReasonEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
