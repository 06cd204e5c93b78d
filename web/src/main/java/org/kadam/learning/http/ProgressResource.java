package org.kadam.learning.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kadam.assessment.boundary.ShowAttempts;
import org.kadam.learning.boundary.ShowProgress;
import org.kadam.learning.entity.Progress.Module;

/** How far the signed-in worker is; nobody else sees this. */
@Path("me/progress")
@Produces(MediaType.APPLICATION_JSON)
public class ProgressResource {

  @Inject private ShowProgress progress;
  @Inject private ShowAttempts attempts;

  /**
   * Her progress.
   *
   * @param events how many events of hers have been received
   */
  public record Mine(long events, List<Module> modules, List<ShowAttempts.Shown> attempts) {}

  @GET
  @Operation(summary = "What has been received of the signed-in worker, and what came of it")
  public Mine mine() {
    ShowProgress.Mine learned = progress.mine();
    return new Mine(learned.events(), learned.modules(), attempts.mine());
  }
}
