/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ChargingStation;

/** Hand-made BootNotifications of the station that the simulator describes. */
final class Boots {

    private Boots() {}

    static BootNotificationRequest withFirmware(String version) {
        return new BootNotificationRequest(
                new ChargingStation(null, "Simulator", null, "Ohmnibus", version, null),
                BootReasonEnum.FIRMWARE_UPDATE,
                null);
    }

    static BootNotificationRequest withSerialNumber(String serialNumber) {
        return new BootNotificationRequest(
                new ChargingStation(serialNumber, "Simulator", null, "Ohmnibus", "0.1.0", null),
                BootReasonEnum.POWER_UP,
                null);
    }
}
