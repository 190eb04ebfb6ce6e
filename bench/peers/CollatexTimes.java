// Times of CollateX (Java): `java -cp collatex-core.jar CollatexTimes.java FILE SECONDS`. FILE holds a witness a line, its
// id, a tab and its text. Prints the CPU milliseconds of each run, a line each, until the seconds are over.
import com.sun.management.OperatingSystemMXBean;
import eu.interedition.collatex.*;
import eu.interedition.collatex.matching.EqualityTokenComparator;
import eu.interedition.collatex.simple.*;
import java.lang.management.ManagementFactory;
import java.nio.file.*;
import java.util.*;

public class CollatexTimes {
  public static void main(String[] args) throws Exception {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var lines = Files.readAllLines(Path.of(args[0]));
    var until = System.nanoTime() + (long) (1e9 * Double.parseDouble(args[1]));
    do {
      var before = system.getProcessCpuTime();
      var witnesses = new ArrayList<SimpleWitness>();
      for (var line : lines) {
        var parts = line.split("\t", 2);
        witnesses.add(new SimpleWitness(parts[0], parts[1]));
      }
      var graph = new VariantGraph();
      var algorithm = CollationAlgorithmFactory.dekker(new EqualityTokenComparator());
      new SimpleCollation(witnesses, algorithm, false).collate(graph);
      if (!graph.vertices().iterator().hasNext()) throw new IllegalStateException("an empty graph");
      System.out.println((system.getProcessCpuTime() - before) / 1e6);
    } while (System.nanoTime() < until);
  }
}
