package org.kadam.problem.http;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to the description of every address what holds for all of them: how one signs in, and the
 * problems that may come back, each in the one form that problems have.
 */
public class DescribeProblems implements OASFilter {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "401", "Nobody is signed in",
          "403", "Not for this role or place",
          "429", "Too many requests; Retry-After says in how many seconds it goes on",
          "500", "Something went wrong here; the id is also in the log",
          "503", "Not possible right now; try again later");

  private static final Map<String, String> WITH_BODY =
      Map.of(
          "400", "The body is not as it must be",
          "408", "The body took too long to arrive",
          "413", "The body is too large",
          "415", "The body is not of a kind that is taken here, or is compressed");

  @Override
  public void filterOpenAPI(OpenAPI description) {
    description
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations().values().forEach(operation -> complete(path, operation)));
  }

  private static void complete(String path, Operation operation) {
    operation.setSecurity(
        List.of(
            OASFactory.createSecurityRequirement().addScheme("session"),
            OASFactory.createSecurityRequirement().addScheme("bearer")));
    ALWAYS.forEach((status, meaning) -> problem(operation, status, meaning));
    if (operation.getRequestBody() != null) {
      WITH_BODY.forEach((status, meaning) -> problem(operation, status, meaning));
    } else if (operation.getParameters() != null && !operation.getParameters().isEmpty()) {
      problem(operation, "400", "A parameter is not as it must be");
    }
    if (path.contains("{")) {
      problem(operation, "404", "It does not exist, or it is not for this caller to know");
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (status.charAt(0) >= '4' && answer.getContent() == null) {
                answer.setContent(content());
              }
            });
  }

  private static void problem(Operation operation, String status, String meaning) {
    APIResponses responses = operation.getResponses();
    if (!responses.hasAPIResponse(status)) {
      APIResponse answer = OASFactory.createAPIResponse().description(meaning);
      responses.addAPIResponse(status, answer.content(content()));
    }
  }

  private static org.eclipse.microprofile.openapi.models.media.Content content() {
    return OASFactory.createContent()
        .addMediaType(
            ProblemBody.MEDIA_TYPE.toString(),
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
  }
}
