/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.stream;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.testing.TestPlatform;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** A service that tells what happens; one for all tests of this JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(StreamConfiguration.class)
class StreamUnderTest {

    private static final class Shared {

        static final ConfigurableApplicationContext SERVICE =
                TestPlatform.run(StreamUnderTest.class, Service.TARIFF);
    }

    static <T> T bean(Class<T> type) {
        return Shared.SERVICE.getBean(type);
    }
}
