package org.footfall.tracking.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.servlet.ServletContainer;

/**
 * Jersey with our one resource, and with everything switched off that looks for more: as it comes
 * it answers little more than half as many requests. To be mapped to exact paths, with asynchronous
 * answers allowed.
 */
public final class TrackingServlet extends ServletContainer {
  private static final long serialVersionUID = 1L;

  public TrackingServlet(TrackingResource resource) {
    super(config(resource));
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    super.service(new BareRequest((HttpServletRequest) request), response);
  }

  private static ResourceConfig config(TrackingResource resource) {
    return new ResourceConfig()
        .registerResources(model(resource))
        .property(ServerProperties.WADL_FEATURE_DISABLE, true)
        .property(ServerProperties.BV_FEATURE_DISABLE, true)
        .property(ServerProperties.RESOURCE_VALIDATION_DISABLE, true)
        .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
        .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
        .property(CommonProperties.MOXY_JSON_FEATURE_DISABLE, true)
        .property(CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true)
        .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL");
  }

  /**
   * The resource's methods by hand: given an instance, Jersey would warn that it is no provider.
   */
  private static Resource model(TrackingResource resource) {
    Resource.Builder model = Resource.builder("/");
    for (Method method : TrackingResource.class.getDeclaredMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (verb != null) {
          ResourceMethod.Builder one = model.addMethod(verb.value()).handledBy(resource, method);
          if (method.getParameterCount() > 1) {
            one.suspended(0, TimeUnit.SECONDS);
          }
        }
      }
    }
    return model.build();
  }
}
