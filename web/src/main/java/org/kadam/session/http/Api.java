package org.kadam.session.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.kadam.problem.http.ProblemBody;

/** The interface that phones, screens and programs share; described at {@code /openapi}. */
@ApplicationPath("/api")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Kadam",
            version = "1",
            description =
                "Every problem is application/problem+json (RFC 9457); its type says the kind. Who"
                    + " may ask for what stands in docs/access.yaml.",
            license = @License(name = "Apache-2.0")),
    components =
        @Components(
            schemas = @Schema(name = "Problem", implementation = ProblemBody.class),
            securitySchemes = {
              @SecurityScheme(
                  securitySchemeName = "session",
                  type = SecuritySchemeType.APIKEY,
                  in = SecuritySchemeIn.COOKIE,
                  apiKeyName = "JSESSIONID",
                  description =
                      "A browser that came in by /sign-in. Whatever changes something needs the"
                          + " header X-Kadam as well."),
              @SecurityScheme(
                  securitySchemeName = "bearer",
                  type = SecuritySchemeType.HTTP,
                  scheme = "bearer",
                  bearerFormat = "JWT",
                  description = "A program with an access token of the realm, for kadam-web.")
            }))
public class Api extends Application {}
