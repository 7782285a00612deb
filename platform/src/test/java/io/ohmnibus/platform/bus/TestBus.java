/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import io.ohmnibus.platform.background.Preparation;
import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.testing.TestPlatform;
import java.security.SecureRandom;
import java.time.Duration;

/** A bus of its own on the brokers that all tests share. */
final class TestBus {

    private TestBus() {}

    static KafkaBus open() {
        return open(1000);
    }

    static KafkaBus open(int maxInFlight) {
        Preparation preparation = new Preparation();
        KafkaBus bus =
                (KafkaBus)
                        new BusAutoConfiguration()
                                .bus(
                                        new BusProperties(
                                                TestPlatform.parts().kafkaBootstrap(),
                                                4,
                                                16,
                                                (short) 1,
                                                1,
                                                maxInFlight,
                                                Duration.ofMillis(100)),
                                        new Sealing("a secret for tests", new SecureRandom()),
                                        preparation);
        preparation.start();
        return bus;
    }
}
