import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A window with the web view of JavaFX 13, which is WebKit 608, the engine of Safari 13. */
public class WebView extends Application {
  public static void main(String[] arguments) {
    launch(WebView.class, arguments);
  }

  @Override
  public void start(Stage window) {
    javafx.scene.web.WebView view = new javafx.scene.web.WebView();
    window.setScene(new Scene(view, 800, 600));
    window.show();
    view.getEngine().load(getParameters().getRaw().get(0));
  }
}
