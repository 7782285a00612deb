/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware;

import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of blocks L and N. */
@SpringBootApplication(proxyBeanMethods = false)
public class FirmwareApplication {

    public static void main(String[] args) {
        OhmnibusService.run(FirmwareApplication.class, Service.FIRMWARE, args);
    }
}
