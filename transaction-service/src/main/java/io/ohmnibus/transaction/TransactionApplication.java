/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction;

import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service of blocks E, F, H, J and S. */
@EnableScheduling
@ConfigurationPropertiesScan
@SpringBootApplication(proxyBeanMethods = false)
public class TransactionApplication {

    public static void main(String[] args) {
        OhmnibusService.run(TransactionApplication.class, Service.TRANSACTION, args);
    }
}
