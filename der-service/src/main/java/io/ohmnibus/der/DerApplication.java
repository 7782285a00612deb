/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.der;

import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of block R. */
@SpringBootApplication(proxyBeanMethods = false)
public class DerApplication {

    public static void main(String[] args) {
        OhmnibusService.run(DerApplication.class, Service.DER, args);
    }
}
