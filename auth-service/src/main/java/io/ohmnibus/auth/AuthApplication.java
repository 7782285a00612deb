/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth;

import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service of blocks A, C, D and M. */
@EnableScheduling
@SpringBootApplication(proxyBeanMethods = false)
public class AuthApplication {

    public static void main(String[] args) {
        OhmnibusService.run(AuthApplication.class, Service.AUTH, args);
    }
}
