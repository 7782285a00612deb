/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station;

import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service of blocks B, G, O and P. */
@EnableScheduling
@ConfigurationPropertiesScan
@SpringBootApplication(proxyBeanMethods = false)
public class StationApplication {

    public static void main(String[] args) {
        OhmnibusService.run(StationApplication.class, Service.STATION, args);
    }
}
