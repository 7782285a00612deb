/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.openapi;

import io.ohmnibus.platform.OhmnibusProperties;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.PageRequest;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** The OpenAPI document at {@code /api/<service>/openapi}. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
final class OpenApiAutoConfiguration {

    private static final String BEARER = "bearer";

    private static final StringSchema CSV = new StringSchema();

    static {
        CSV.setDescription("CSV (RFC 4180); the first line names the columns");
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, PageRequest.class)
                .replaceWithSchema(CsvBody.class, CSV);
    }

    @Bean
    OpenAPI openApi(OhmnibusProperties properties) {
        String service = properties.service().name();
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Ohmnibus " + service + "-service")
                                .version("v1")
                                .description(
                                        "REST interface of the "
                                                + service
                                                + "-service of Ohmnibus, a charging station"
                                                + " management system for OCPP 2.1 and 2.0.1."))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT"))
                                .addSchemas(ProblemSchema.NAME, ProblemSchema.schema()))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    @Bean
    BodyExamples bodyExamples() {
        return new BodyExamples();
    }

    @Bean
    PlatformOperations platformOperations() {
        return new PlatformOperations();
    }
}
