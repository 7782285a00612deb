/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import io.ohmnibus.auth.AuthApplication;
import io.ohmnibus.der.DerApplication;
import io.ohmnibus.firmware.FirmwareApplication;
import io.ohmnibus.gateway.GatewayApplication;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.smartcharging.SmartChargingApplication;
import io.ohmnibus.station.StationApplication;
import io.ohmnibus.tariff.TariffApplication;
import io.ohmnibus.transaction.TransactionApplication;
import java.util.Map;

/** The application of every service. */
final class Services {

    static final Map<Service, Class<?>> ALL =
            Map.of(
                    Service.GATEWAY, GatewayApplication.class,
                    Service.AUTH, AuthApplication.class,
                    Service.TRANSACTION, TransactionApplication.class,
                    Service.SMARTCHARGING, SmartChargingApplication.class,
                    Service.TARIFF, TariffApplication.class,
                    Service.DER, DerApplication.class,
                    Service.FIRMWARE, FirmwareApplication.class,
                    Service.STATION, StationApplication.class);

    private Services() {}
}
