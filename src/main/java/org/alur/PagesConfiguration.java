package org.alur;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the start page, the case pages and what the browser needs for them and for Tasklist.
 *
 * <p>The pages hold no data: they fetch it from {@code /api} in the person's own session.
 */
@Configuration
class PagesConfiguration implements WebMvcConfigurer {

  private static final String RESOURCES = "classpath:/META-INF/resources/";
  private static final String APPLICATIONS = RESOURCES + "webjars/camunda/app/";

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    page(registry, "/", "start");
    page(registry, "/request/{field}", "request");
    page(registry, "/cases", "cases");
    page(registry, "/cases/{number}", "case");
    page(registry, "/caseloads", "caseloads");
    page(registry, "/absences", "absences");
  }

  /**
   * The names of the assets carry a hash of their content, so browsers keep them. Everything that
   * names them is fetched anew: files in a jar have no date of change that a browser could compare.
   */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/alur/assets/**")
        .addResourceLocations(RESOURCES + "alur/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
    fresh(registry, "/alur/**", RESOURCES + "alur/");
    fresh(registry, "/camunda/app/*/scripts/config.js", APPLICATIONS);
    fresh(registry, "/camunda/app/*/scripts/alur.js", APPLICATIONS);
    fresh(registry, "/camunda/app/*/styles/user-styles.css", APPLICATIONS);
  }

  private static void page(ViewControllerRegistry registry, String address, String page) {
    registry.addViewController(address).setViewName("forward:/alur/" + page + ".html");
  }

  private static void fresh(ResourceHandlerRegistry registry, String pattern, String location) {
    registry
        .addResourceHandler(pattern)
        .addResourceLocations(location)
        .setUseLastModified(false)
        .setCacheControl(CacheControl.noStore());
  }
}
