/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform;

import io.ohmnibus.platform.ocpp.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Starts a service: its main method has nothing else to do. */
public final class OhmnibusService {

    private static final String DEFAULTS = "platform-defaults.properties";

    /** What Netty is told before it is loaded, unless somebody tells it otherwise. */
    private static final Map<String, String> NETTY =
            Map.of("io.netty.allocator.type", "pooled", "io.netty.leakDetection.level", "disabled");

    private OhmnibusService() {}

    /** Runs the service with its own configuration file, {@code <service id>.yml}. */
    public static ConfigurableApplicationContext run(
            Class<?> app, Service service, String... args) {
        NETTY.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
        return builder(app, service).run(args);
    }

    /**
     * The same, not yet started, for those who add to it. Properties added to the builder come
     * before the platform's defaults and after the service's own file.
     */
    public static SpringApplicationBuilder builder(Class<?> app, Service service) {
        Properties defaults = defaults();
        defaults.setProperty("spring.config.name", service.id());
        defaults.setProperty("ohmnibus.service.name", service.id());
        return new SpringApplicationBuilder(app).properties(defaults);
    }

    private static Properties defaults() {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource(DEFAULTS, OhmnibusService.class.getClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(DEFAULTS + " is missing", e);
        }
    }
}
