/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The gateway: stations on one side, Kafka on the other. It has no database, so what the platform
 * builds on one is left out.
 */
@EnableScheduling
@ConfigurationPropertiesScan
@SpringBootApplication(
        proxyBeanMethods = false,
        excludeName = {
            "io.ohmnibus.platform.command.CommandAutoConfiguration",
            "io.ohmnibus.platform.dispatch.DispatchAutoConfiguration",
            "io.ohmnibus.platform.event.EventAutoConfiguration",
            "io.ohmnibus.platform.query.QueryAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration"
        })
public class GatewayApplication {

    public static void main(String[] args) {
        OhmnibusService.run(GatewayApplication.class, Service.GATEWAY, args);
    }
}
