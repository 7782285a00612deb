/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.tariff;

import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of block I, and of ad hoc payment (C17 to C25). */
@SpringBootApplication(proxyBeanMethods = false)
public class TariffApplication {

    public static void main(String[] args) {
        OhmnibusService.run(TariffApplication.class, Service.TARIFF, args);
    }
}
