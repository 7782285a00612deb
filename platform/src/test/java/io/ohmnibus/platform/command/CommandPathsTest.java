/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Direction;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.web.openapi.SchemaExamples;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class CommandPathsTest {

    private static final String PREFIX = "#/components/schemas/ocpp.";

    static Stream<Action> commands() {
        return Arrays.stream(Action.values())
                .filter(action -> action.direction() != Direction.TO_CSMS);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theExampleOfEveryActionIsValid(Action action) {
        Object example =
                SchemaExamples.smallest(CommandPaths.schemas(List.of(action)), PREFIX)
                        .of(action.requestType().getSimpleName());
        byte[] json = JsonMapper.shared().writeValueAsBytes(example);
        assertThatCode(() ->
                        OcppCodec.of(OcppVersion.V2_1, Side.STATION)
                                .readPayload(action.requestType(), json))
                .as(new String(json, java.nio.charset.StandardCharsets.UTF_8))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GATEWAY")
    void everyActionOfAServiceHasAPathAndEveryReferenceATarget(Service service) {
        OpenAPI api = new OpenAPI().components(new Components()).paths(new Paths());
        Operation generic =
                new Operation()
                        .addParametersItem(new Parameter().name("action"))
                        .addParametersItem(new Parameter().name("stationId"))
                        .responses(new ApiResponses());
        api.getPaths()
                .addPathItem(
                        "/stations/{stationId}/commands/{action}", new PathItem().post(generic));

        new CommandPaths(service).customise(api);

        assertThat(api.getPaths().keySet())
                .containsExactlyElementsOf(
                        commands()
                                .filter(service::owns)
                                .map(action ->
                                        "/stations/{stationId}/commands/" + action.wireName())
                                .toList());
        Map<String, ?> schemas = api.getComponents().getSchemas();
        java.util.regex.Pattern.compile("#/components/schemas/(ocpp[\\w.]+)")
                .matcher(io.swagger.v3.core.util.Json31.pretty(api))
                .results()
                .forEach(found -> assertThat(schemas).containsKey(found.group(1)));
    }

    @Test
    void aPartnerSeesWhatSetVariablesTakes() {
        assertThat(
                        SchemaExamples.smallest(
                                        CommandPaths.schemas(List.of(Action.SET_VARIABLES)), PREFIX)
                                .of("SetVariablesRequest"))
                .hasToString(
                        "{setVariableData=[{attributeValue=300,"
                                + " component={name=OCPPCommCtrlr},"
                                + " variable={name=HeartbeatInterval}}]}");
    }
}
