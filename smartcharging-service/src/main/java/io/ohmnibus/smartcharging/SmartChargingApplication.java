/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.smartcharging;

import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of blocks K and Q. */
@SpringBootApplication(proxyBeanMethods = false)
public class SmartChargingApplication {

    public static void main(String[] args) {
        OhmnibusService.run(SmartChargingApplication.class, Service.SMARTCHARGING, args);
    }
}
