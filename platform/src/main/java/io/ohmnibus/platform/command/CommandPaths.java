/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Direction;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.JsonSchemas;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.web.openapi.SchemaExamples;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes the command endpoint of a service action by action: a path each, with the messages of
 * OCPP 2.1 as schemas and a request that is valid.
 */
final class CommandPaths implements GlobalOpenApiCustomizer {

    private static final String COMPONENTS = "#/components/schemas/";

    /** Keeps the types of OCPP apart from those of the service's own resources. */
    private static final String PREFIX = "ocpp.";

    private static final String JSON = "application/json";

    /** What {@link CommandController.Sending} reads of the query. */
    private static final List<Parameter> SENDING =
            List.of(
                    query("wait", "How long the answer waits for the outcome, up to PT30S")
                            .schema(new StringSchema().format("duration")),
                    query("deadline", "How long the command may take, up to 7 days; else PT30S")
                            .schema(new StringSchema().format("duration")),
                    query(
                                    "whenOffline",
                                    "fail ends it at once when the station is not connected, wait"
                                            + " keeps it until the station is back or the deadline")
                            .schema(new StringSchema().addEnumItem("fail").addEnumItem("wait")));

    private static final Set<String> REPLACED = Set.of("action", "sending");

    private final Service service;

    CommandPaths(Service service) {
        this.service = service;
    }

    @Override
    public void customise(OpenAPI api) {
        List<Action> actions =
                Stream.of(Action.values())
                        .filter(action ->
                                service.owns(action) && action.direction() != Direction.TO_CSMS)
                        .toList();
        if (api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().remove("CommandSending");
        }
        for (String path : List.copyOf(api.getPaths().keySet())) {
            if (path.endsWith("/commands/{action}")) {
                Operation generic = Objects.requireNonNull(api.getPaths().remove(path)).getPost();
                SortedMap<String, ObjectNode> schemas = schemas(actions);
                schemas.forEach((name, schema) ->
                        api.getComponents().addSchemas(PREFIX + name, schema(schema)));
                for (Action action : actions) {
                    api.getPaths()
                            .addPathItem(
                                    path.replace("{action}", action.wireName()),
                                    new PathItem().post(operation(action, generic, schemas)));
                }
            }
        }
    }

    static SortedMap<String, ObjectNode> schemas(List<Action> actions) {
        List<Class<?>> types = new ArrayList<>();
        for (Action action : actions) {
            types.add(action.requestType());
            types.add(Objects.requireNonNull(action.responseType()));
        }
        return JsonSchemas.of(types, OcppVersion.V2_1, COMPONENTS + PREFIX);
    }

    private static Schema<?> schema(ObjectNode schema) {
        try {
            return Json31.mapper().readValue(schema.toString(), Schema.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Operation operation(
            Action action, Operation generic, Map<String, ObjectNode> schemas) {
        Operation operation = new Operation();
        operation.setOperationId("send" + action.wireName());
        operation.setTags(generic.getTags());
        operation.setSummary("Send " + action.wireName());
        operation.setDescription(
                "Sends "
                        + action.wireName()
                        + " of OCPP 2.1 to the station; a station of 2.0.1 gets what 2.0.1 knows."
                        + "\n\nNeeds the permission command:"
                        + action.wireName()
                        + ".");
        List<Parameter> parameters = new ArrayList<>(SENDING);
        generic.getParameters().stream()
                .filter(parameter -> !REPLACED.contains(parameter.getName()))
                .forEach(parameters::add);
        operation.setParameters(parameters);
        MediaType request =
                new MediaType()
                        .schema(reference(PREFIX + action.requestType().getSimpleName()))
                        .example(Json31.mapper().valueToTree(example(action, schemas)));
        operation.setRequestBody(
                new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType(JSON, request)));
        operation.setResponses(responses(action, generic.getResponses()));
        return operation;
    }

    private static Object example(Action action, Map<String, ObjectNode> schemas) {
        return SchemaExamples.smallest(schemas, COMPONENTS + PREFIX)
                .of(action.requestType().getSimpleName());
    }

    private static ApiResponses responses(Action action, ApiResponses generic) {
        Schema<Object> resource = new JsonSchema();
        resource.addAllOfItem(reference(CommandResource.class.getSimpleName()));
        Schema<Object> messages = new JsonSchema();
        messages.addProperty("request", reference(PREFIX + action.requestType().getSimpleName()));
        messages.addProperty(
                "response",
                reference(PREFIX + Objects.requireNonNull(action.responseType()).getSimpleName()));
        resource.addAllOfItem(messages);
        Content content = new Content().addMediaType(JSON, new MediaType().schema(resource));
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(
                "200", new ApiResponse().description("The command has ended").content(content));
        responses.addApiResponse(
                "202", new ApiResponse().description("The command is on its way").content(content));
        generic.forEach((code, response) -> {
            if (!code.startsWith("2")) {
                responses.addApiResponse(code, response);
            }
        });
        return responses;
    }

    private static Parameter query(String name, String description) {
        return new QueryParameter().name(name).description(description);
    }

    private static Schema<Object> reference(String name) {
        Schema<Object> reference = new JsonSchema();
        reference.set$ref(COMPONENTS + name);
        return reference;
    }
}
