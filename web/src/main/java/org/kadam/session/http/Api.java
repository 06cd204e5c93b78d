package org.kadam.session.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/** The interface that phones, screens and programs share; described at {@code /openapi}. */
@ApplicationPath("/api")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Kadam",
            version = "1",
            description =
                "Sign in with a session cookie (browsers) or a bearer token (programs). Every problem is"
                    + " application/problem+json. Unsafe methods in a session need the header X-Kadam.",
            license = @License(name = "Apache-2.0")))
public class Api extends Application {}
